// The elements that Taro's components become on the web, so that component tests see what a screen reader sees.
import { type ChangeEvent, createElement, type KeyboardEvent, type ReactNode } from 'react'

type Props = Record<string, unknown> & { children?: ReactNode }

/** Props that only WeChat understands. */
const WECHAT_ONLY = new Set(['catchMove', 'hoverClass', 'autoHeight', 'cursorSpacing', 'confirmType', 'adjustPosition'])

const webProps = (props: Props) => Object.fromEntries(Object.entries(props).filter(([name]) => !WECHAT_ONLY.has(name)))

const element = (tag: string) => (props: Props) => createElement(tag, webProps(props), props.children)

export const View = element('div')
export const Text = element('span')
export const ScrollView = element('div')
export const Image = ({ imgProps, mode: _mode, ...props }: Props) => (
  // oxlint-disable-next-line jsx-a11y/alt-text -- its words come with the properties of the picture inside
  <img {...webProps(props)} {...(imgProps ?? {})} />
)

interface InputProps extends Props {
  value: string
  type?: string
  maxlength?: number
  onInput?: (event: { detail: { value: string } }) => void
  onConfirm?: () => void
}

export const Input = ({ onInput, onConfirm, maxlength, type, ...props }: InputProps) => (
  <input
    {...webProps(props)}
    maxLength={maxlength}
    inputMode={type === 'number' ? 'numeric' : 'text'}
    onChange={(event: ChangeEvent<HTMLInputElement>) => onInput?.({ detail: { value: event.target.value } })}
    onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && onConfirm?.()}
  />
)
