import { Picker, View } from '@tarojs/components'
import { a11y } from './a11y'
import type { NativeDayInputProps } from './native-day-input.h5'

/** WeChat's own wheel for a day or an hour; what it shows stands in the box. */
export const NativeDayInput = ({ kind, value, onChange, className, semantics }: NativeDayInputProps) => {
  const box = (
    <View className={className} {...a11y({ ...semantics, role: 'button', valuetext: value })}>
      {value}
    </View>
  )
  const change = (event: { detail: { value: string } }) => onChange(event.detail.value)
  if (kind === 'time') {
    return (
      <Picker mode='time' value={value} onChange={change}>
        {box}
      </Picker>
    )
  }
  return (
    <Picker mode='date' value={value} onChange={change}>
      {box}
    </Picker>
  )
}
