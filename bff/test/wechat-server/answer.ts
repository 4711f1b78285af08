/** What an endpoint answers: WeChat says everything with status 200, errors too. */
export type Answer = Readonly<Record<string, unknown>> | { image: Uint8Array }

let requests = 0

/** An error as WeChat words it, with the id of the request at its end. */
export const refusal = (errcode: number, text: string): Answer => {
  requests += 1
  return { errcode, errmsg: `${text} rid: 60ae120f-${requests.toString(16).padStart(8, '0')}` }
}

export const OK = { errcode: 0, errmsg: 'ok' } as const

/** One parsed request. */
export interface Call {
  method: string
  query: URLSearchParams
  /** Undefined when there was none or it is no JSON object. */
  body: Readonly<Record<string, unknown>> | undefined
}

/** A text of the body, empty when it is missing. */
export const textOf = ({ body }: Call, name: string): string => {
  const value = body?.[name]
  return typeof value === 'string' ? value : ''
}
