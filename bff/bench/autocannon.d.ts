/** The part of autocannon that the bench uses; the package brings no types. */
declare module 'autocannon' {
  export interface Request {
    method: string
    path: string
    headers: Record<string, string>
    body?: string
  }
  export interface Options {
    url: string
    connections: number
    /** Seconds. */
    duration?: number
    /** This many requests instead, however long they take. */
    amount?: number
    /** Milliseconds between two looks at whether it is over. */
    sampleInt: number
    requests: { setupRequest(request: Request): Request }[]
  }
  export interface Result {
    /** Seconds. */
    duration: number
    '2xx': number
    non2xx: number
    errors: number
    latency: { p50: number; p99: number }
  }
  export default function autocannon(options: Options): Promise<Result>
}
