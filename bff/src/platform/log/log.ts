import { type DestinationStream, pino } from 'pino'

/** What of an error may be kept. PostgreSQL puts the whole refused row, a person's words included, into `detail`. */
const KEPT = ['type', 'message', 'stack', 'code', 'severity', 'table', 'constraint', 'routine']

const withoutRows = (error: Error): object =>
  Object.fromEntries(Object.entries(pino.stdSerializers.err(error)).filter(([key]) => KEPT.includes(key)))

/** JSON lines with ids and codes; never a phone, an ID number, a token or a person's free text. */
export const createLog = (level: string, destination?: DestinationStream) =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: withoutRows } },
    destination ?? pino.destination(1),
  )

export type Log = ReturnType<typeof createLog>
