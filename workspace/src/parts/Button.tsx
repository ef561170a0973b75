import type { ReactNode } from 'react';
import { Button as Pressable, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';

type Kind = 'main' | 'plain' | 'quiet' | 'danger';

interface Props extends Omit<ButtonProps, 'className' | 'children'> {
  kind?: Kind;
  size?: 'small' | 'large';
  children: ReactNode;
  className?: string;
}

export function Button({ kind = 'plain', size, className, ...rest }: Props) {
  return <Pressable {...rest} className={['button', kind, size, className].filter(Boolean).join(' ')} />;
}

/** A button that shows only an icon; its name is heard, and shown when pointed at. */
export function IconButton({ name, keys, children, className, ...rest }: Props & { name: string; keys?: string }) {
  return (
    <TooltipTrigger delay={500}>
      <Button {...rest} aria-label={name} {...(keys ? { 'aria-keyshortcuts': keys } : {})} className={`icon ${className ?? ''}`}>
        {children}
      </Button>
      <Tooltip className="hint-bubble" offset={6}>
        {name}
        {keys ? ` (${keys})` : ''}
      </Tooltip>
    </TooltipTrigger>
  );
}
