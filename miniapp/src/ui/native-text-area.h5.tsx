import { a11y, type Semantics } from './a11y'

export interface NativeTextAreaProps {
  value: string
  onChange: (value: string) => void
  className: string
  semantics: Semantics
  placeholder?: string | undefined
  /** For WeChat; a browser takes it from the stylesheet of the control. */
  placeholderClass: string
}

/** The browser's own control: Taro's is a custom element, whose inner field gets no label. */
export const NativeTextArea = ({ value, onChange, className, semantics, placeholder }: NativeTextAreaProps) => (
  <textarea
    className={className}
    value={value}
    placeholder={placeholder}
    onChange={(event) => onChange(event.target.value)}
    // A browser shows the line with the cursor; whoever comes by keyboard should see the whole field.
    onFocus={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'nearest' })}
    {...a11y(semantics)}
  />
)
