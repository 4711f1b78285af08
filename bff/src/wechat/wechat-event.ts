import { z } from 'zod'

/** Something that happened in WeChat, told once. */
export interface WechatEvent {
  /** The id under which it is kept; the same whenever it is worked through. */
  id: string
  /** `subscribe_msg_sent_event`, `wxa_media_check` … */
  name: string
  /** Whom it is about, or WeChat's own account: what the event is about decides. */
  openId: string
  fields: Readonly<Record<string, unknown>>
}

/** What it is about is not there yet, for instance because it is being written: it is told again. */
export class NotYet extends Error {
  constructor() {
    super('not yet')
    this.name = 'NotYet'
  }
}

const Message = z.looseObject({
  Event: z.string().max(100).optional(),
  MsgType: z.string().max(100).optional(),
  FromUserName: z.string().max(200).optional(),
  /** The events on what somebody allowed name the person here. */
  OpenID: z.string().max(200).optional(),
})

/** Undefined when it is no JSON object: the console was told to send XML. */
export const readEvent = (text: string): Omit<WechatEvent, 'id'> | undefined => {
  const parsed = Message.safeParse(jsonOf(text))
  if (!parsed.success) return undefined
  const { Event, MsgType, FromUserName, OpenID } = parsed.data
  return { name: Event ?? `message:${MsgType ?? ''}`, openId: OpenID ?? FromUserName ?? '', fields: parsed.data }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const Item = z.record(z.string(), z.union([z.string(), z.number().transform(String)]).catch(''))
const List = z.union([z.array(Item), Item.transform((item) => [item])]).catch([])

/** The items of its `List`: one alone comes as an object, several as an array, and a number as a text or a number. */
export const itemsOf = ({ fields }: WechatEvent): readonly Readonly<Record<string, string>>[] =>
  List.parse(fields['List'])
