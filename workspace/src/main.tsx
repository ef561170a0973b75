import '@fontsource-variable/inter';
import '@fontsource-variable/source-serif-4';
import './styles/tokens.css';
import './styles/base.css';
import './styles/buttons.css';
import './styles/fields.css';
import './styles/sheets.css';
import './styles/parts.css';
import './styles/shell.css';
import './styles/signin.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Workspace } from './Workspace';
import { takeLaunch } from './launch/led';
import { applyTheme } from './shell/theme';

takeLaunch();
applyTheme();
const pages = document.getElementById('pages');
if (pages) {
  createRoot(pages).render(
    <StrictMode>
      <Workspace />
    </StrictMode>,
  );
}
