import { Check, ChevronDown, Search, X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as Pressable,
  Checkbox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string | undefined;
  wrong?: string | undefined;
  rows?: number;
  placeholder?: string;
}

/** A labelled line or area of text; what is wrong with it is heard with it. */
export function Field({ label, hint, wrong, rows, placeholder, ...rest }: FieldProps) {
  return (
    <TextField {...rest} className="field" isInvalid={wrong !== undefined}>
      <Label>{label}</Label>
      {rows ? <TextArea rows={rows} placeholder={placeholder ?? ''} spellCheck /> : <Input placeholder={placeholder ?? ''} />}
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="wrong">{wrong}</FieldError>
    </TextField>
  );
}

export function SearchBox(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
}) {
  return (
    <SearchField
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      className="search"
      {...(props.autoFocus ? { autoFocus: true } : {})}
    >
      <Search size={16} aria-hidden />
      <Input placeholder={props.placeholder ?? ''} autoComplete="off" data-search />
      {props.value ? (
        <Pressable className="button quiet small icon">
          <X size={14} aria-hidden />
        </Pressable>
      ) : null}
    </SearchField>
  );
}

export interface Choice {
  id: string;
  name: string;
}

export function Choose(props: {
  label: string;
  choices: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
  hiddenLabel?: boolean;
}) {
  return (
    <Select
      className="field select"
      selectedKey={props.value}
      onSelectionChange={(key) => key !== null && props.onChange(String(key))}
      {...(props.hiddenLabel ? { 'aria-label': props.label } : {})}
    >
      {props.hiddenLabel ? null : <Label className="label">{props.label}</Label>}
      <Pressable>
        <SelectValue />
        <ChevronDown size={16} aria-hidden />
      </Pressable>
      <Popover className="popover">
        <ListBox className="options" items={props.choices}>
          {(item) => <ListBoxItem textValue={item.name}>{item.name}</ListBoxItem>}
        </ListBox>
      </Popover>
    </Select>
  );
}

export function Tick(props: { children: ReactNode; isSelected: boolean; onChange: (on: boolean) => void }) {
  return (
    <Checkbox className="tick" isSelected={props.isSelected} onChange={props.onChange}>
      <span className="box">
        <Check size={13} strokeWidth={3} aria-hidden />
      </span>
      <span>{props.children}</span>
    </Checkbox>
  );
}
