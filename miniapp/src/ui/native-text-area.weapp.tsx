import { Textarea } from '@tarojs/components'
import { a11y } from './a11y'
import type { NativeTextAreaProps } from './native-text-area.h5'

/** WeChat's own control; -1 lets the server's rule decide about the length. */
export const NativeTextArea = ({
  value,
  onChange,
  className,
  semantics,
  placeholder,
  placeholderClass,
}: NativeTextAreaProps) => (
  <Textarea
    className={className}
    value={value}
    maxlength={-1}
    autoHeight
    {...(placeholder ? { placeholder, placeholderClass } : {})}
    onInput={(event) => onChange(event.detail.value)}
    {...a11y({ ...semantics, multiline: true })}
  />
)
