import { Input } from '@tarojs/components'
import { a11y } from './a11y'
import type { NativeCodeInputProps } from './native-code-input.h5'

/** WeChat's own field with the keyboard for digits. */
export const NativeCodeInput = ({ value, onChange, className, semantics }: NativeCodeInputProps) => (
  <Input
    className={className}
    type='number'
    value={value}
    maxlength={40}
    onInput={(event) => onChange(event.detail.value)}
    {...a11y(semantics)}
  />
)
