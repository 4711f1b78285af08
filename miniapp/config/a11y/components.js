// Taro 4.2 drops every aria-* on weapp that its templates do not know. '' means absent for a screen reader.
const attributes = (...names) => Object.fromEntries(names.map((name) => [name, "''"]))
const common = [
  'aria-role',
  'aria-label',
  'aria-hidden',
  'aria-disabled',
  'aria-live',
  'aria-checked',
  'aria-selected',
  'aria-expanded',
  'aria-current',
  'aria-level',
  'aria-modal',
  'aria-busy',
  'aria-valuenow',
  'aria-valuetext',
]
const field = [...common, 'aria-required', 'aria-invalid', 'aria-describedby', 'aria-multiline']

module.exports = {
  View: attributes(...common),
  Text: attributes(...common),
  Image: attributes(...common),
  Button: attributes(...common),
  ScrollView: attributes(...common),
  Input: attributes(...field),
  Textarea: attributes(...field),
  Canvas: attributes('aria-hidden'),
}
