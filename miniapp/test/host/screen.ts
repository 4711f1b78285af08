import type { Rendered } from './wxml'

const TAPPABLE_ROLES = ['button', 'link', 'radio', 'tab', 'checkbox']
const FIELD_TAGS = ['input', 'textarea']

/** The elements of a page in reading order. */
export const elementsOf = (root: Rendered): Rendered[] => [
  root,
  ...root.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child))),
]

const aria = (element: Rendered, name: string): string => {
  const value = element.attributes[`aria${name}`]
  return typeof value === 'string' ? value : ''
}

export const roleOf = (element: Rendered): string => aria(element, 'Role')
export const isDisabled = (element: Rendered): boolean => aria(element, 'Disabled') === 'true'

/** The words that a person reads in it. */
export const wordsOf = (element: Rendered): string => {
  const parts = element.children.map((child) => (typeof child === 'string' ? child : wordsOf(child)))
  const { value } = element.attributes
  const written = FIELD_TAGS.includes(element.tag) && typeof value === 'string' ? value : ''
  return [...parts, written]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ')
}

/** What a screen reader says: the label, or else the words. */
export const nameOf = (element: Rendered): string => aria(element, 'Label') || wordsOf(element)

/** What can be reached now: a dialog keeps everything behind it away. */
export const reachable = (root: Rendered): Rendered[] => {
  const dialog = elementsOf(root)
    .filter((element) => aria(element, 'Modal') === 'true')
    .at(-1)
  return elementsOf(dialog ?? root)
}

/** Something to tap by its name: exactly, or at its beginning, or anywhere in it, in this order. */
export const findTappable = (root: Rendered, name: string): Rendered | undefined =>
  bestMatch(
    reachable(root).filter((element) => TAPPABLE_ROLES.includes(roleOf(element))),
    name,
  )

/** A text field by its label. */
export const findField = (root: Rendered, label: string): Rendered | undefined =>
  bestMatch(
    reachable(root).filter((element) => FIELD_TAGS.includes(element.tag)),
    label,
  )

/** What listens for a tap or takes words and has no role or no name: a screen reader cannot say what it is. */
export const unnamed = (root: Rendered): string[] =>
  elementsOf(root)
    .filter((element) => listensForTaps(element) || FIELD_TAGS.includes(element.tag))
    .filter((element) => nameOf(element) === '' || (!FIELD_TAGS.includes(element.tag) && roleOf(element) === ''))
    .map((element) => `${element.tag} ${roleOf(element)} "${nameOf(element)}"`)

// Taro's text template listens always, and its cover catches every touch: neither is there to be tapped.
const listensForTaps = ({ tag, attributes }: Rendered) =>
  tag === 'view' && 'bindtap' in attributes && !('catchtouchmove' in attributes)

/** The names of everything that can be tapped or filled in, for the words of a failed search. */
export const offers = (root: Rendered): string[] =>
  reachable(root)
    .filter((element) => TAPPABLE_ROLES.includes(roleOf(element)) || FIELD_TAGS.includes(element.tag))
    .map(
      (element) => `${roleOf(element) || element.tag} "${nameOf(element)}"${isDisabled(element) ? ' (disabled)' : ''}`,
    )

const bestMatch = (elements: readonly Rendered[], name: string) =>
  elements.find((element) => nameOf(element) === name) ??
  elements.find((element) => nameOf(element).startsWith(name)) ??
  elements.find((element) => nameOf(element).includes(name))
