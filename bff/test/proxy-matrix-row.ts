import type { Answer, Loose } from './client.ts'
import type { World } from './proxy-matrix-worlds.ts'

/** A call on somebody's behalf that is valid for whoever may make it, and what shows that it was theirs. */
export interface ProxyCall {
  input(world: World): Loose | Promise<Loose>
  shows?(answer: Answer, world: World): void | Promise<void>
}

/** What is done in person: it is refused before anything that was sent is read. */
export const IN_PERSON = 'in person'
export type ProxyRow = ProxyCall | typeof IN_PERSON
