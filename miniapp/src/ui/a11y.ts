const isWeb = process.env.TARO_ENV === 'h5'

type AriaValue = string | number | boolean | undefined

export interface Semantics {
  role?: AriaValue
  label?: AriaValue
  hidden?: AriaValue
  disabled?: AriaValue
  checked?: AriaValue
  selected?: AriaValue
  expanded?: AriaValue
  current?: AriaValue
  live?: AriaValue
  level?: AriaValue
  modal?: AriaValue
  busy?: AriaValue
  required?: AriaValue
  invalid?: AriaValue
  describedby?: AriaValue
  labelledby?: AriaValue
  valuenow?: AriaValue
  valuetext?: AriaValue
  multiline?: AriaValue
}

/**
 * The same meaning for both platforms: `role` and `aria-*` for browsers, `aria-role` and `aria-*` for WeChat, where Taro
 * knows them in camel case. What is undefined is left out; false is said as "false".
 */
export const a11y = (semantics: Semantics): Record<string, string> =>
  Object.fromEntries(
    Object.entries(semantics)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [attributeName(name), String(value)]),
  )

const attributeName = (name: string) => {
  if (isWeb) return name === 'role' ? 'role' : `aria-${name}`
  return `aria${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
