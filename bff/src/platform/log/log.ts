import { type DestinationStream, pino } from 'pino'

/** JSON lines with ids and codes; never a phone, an ID number, a token or a person's free text. */
export const createLog = (level: string, destination?: DestinationStream) =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination ?? pino.destination(1))

export type Log = ReturnType<typeof createLog>
