import { CircleUserRound, Keyboard, KeyRound, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button as Pressable, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Link, useLocation, useRoute } from 'wouter';
import { IconButton } from '../parts/Button';
import { RecordingPills } from '../record/RecordingPill';
import { useHere } from '../session/context';
import { KeysSheet } from './KeysSheet';
import { useKeys } from './keys';
import { applyTheme, type Theme, theme as chosenTheme } from './theme';

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const NAMES: Record<Theme, string> = { system: 'Colours as the machine is set', light: 'Light colours', dark: 'Dark colours' };

/** What surrounds every page: where one is, where one can go, who one is. */
export function Shell({ children }: { children: ReactNode }) {
  const { session, signOut } = useHere();
  const [, navigate] = useLocation();
  const [inAdministration] = useRoute('/administration/*?');
  const [atToday] = useRoute('/');
  const [atNew] = useRoute('/visits/new');
  const [theme, setTheme] = useState(chosenTheme);
  const [keysShown, setKeysShown] = useState(false);
  const role = session.person.role;
  const caring = role === 'clinician' || role === 'reviewer';
  const ThemeIcon = theme === 'system' ? Monitor : theme === 'light' ? Sun : Moon;

  useKeys({
    '?': () => setKeysShown(true),
    '/': () => document.querySelector<HTMLInputElement>('[data-search]')?.focus(),
  });

  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="top">
        <Link href="/" className="brand" aria-label="Chartwright">
          <img src="/app/icon.svg" alt="" />
          <span>Chartwright</span>
        </Link>
        <nav aria-label="Main">
          {caring ? (
            <>
              <Link href="/" aria-current={atToday ? 'page' : undefined}>
                Today
              </Link>
              <Link href="/visits/new" aria-current={atNew ? 'page' : undefined}>
                New visit
              </Link>
            </>
          ) : (
            <Link href="/administration/people" aria-current={inAdministration ? 'page' : undefined}>
              Administration
            </Link>
          )}
        </nav>
        <div className="end">
          <RecordingPills />
          <IconButton name="Keys" keys="?" kind="quiet" onPress={() => setKeysShown(true)}>
            <Keyboard size={18} aria-hidden />
          </IconButton>
          <IconButton
            name={NAMES[theme]}
            kind="quiet"
            onPress={() => {
              applyTheme(NEXT[theme]);
              setTheme(NEXT[theme]);
            }}
          >
            <ThemeIcon size={18} aria-hidden />
          </IconButton>
          <MenuTrigger>
            <Pressable className="button quiet" aria-label={`Account of ${session.person.name}`}>
              <CircleUserRound size={18} aria-hidden />
              <span className="name">{session.person.name}</span>
            </Pressable>
            <Popover className="popover" placement="bottom end">
              <Menu className="menu" onAction={(key) => (key === 'out' ? void signOut().then(() => navigate('/')) : key === 'account' ? navigate('/account') : setKeysShown(true))}>
                <MenuItem id="account" textValue="Account and passkeys">
                  <KeyRound size={16} aria-hidden /> Account and passkeys
                </MenuItem>
                <MenuItem id="keys" textValue="Keys">
                  <Keyboard size={16} aria-hidden /> Keys
                </MenuItem>
                <MenuItem id="out" textValue="Sign out">
                  <LogOut size={16} aria-hidden /> Sign out
                </MenuItem>
              </Menu>
            </Popover>
          </MenuTrigger>
        </div>
      </header>
      {children}
      <KeysSheet open={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}
