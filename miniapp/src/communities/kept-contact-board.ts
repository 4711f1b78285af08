import type { Contact, ContactTopic } from '@little-bench/shared/communities/contract'
import type { Language } from '@little-bench/shared/kernel/language'
import { readStored, writeStored } from '../platform/storage'

const keyOf = (communityId: string, language: Language) => `contacts.${communityId}.${language}`

/** The contact board as it was when the phone last had a network: whoever needs somebody may have none now. */
export const readKeptBoard = (communityId: string, language: Language): ContactTopic[] | undefined =>
  readStored(keyOf(communityId, language), (found) => (isBoard(found) ? found : undefined))

export const keepBoard = (communityId: string, board: readonly ContactTopic[], language: Language): void => {
  writeStored(
    keyOf(communityId, language),
    board.map((topic) => ({ ...topic, contacts: inOrderOfCells(topic.contacts) })),
  )
}

// The server puts the own worker first for whoever is signed in; the next person at this phone need not learn whose.
const inOrderOfCells = (contacts: readonly Contact[]): Contact[] =>
  [...contacts].sort((a, b) =>
    (a.gridCellId ?? '') < (b.gridCellId ?? '') ? -1 : Number(a.gridCellId !== b.gridCellId),
  )

// Only keepBoard writes here.
const isBoard = (found: unknown): found is ContactTopic[] =>
  Array.isArray(found) &&
  found.every((topic: unknown) => typeof topic === 'object' && topic !== null && 'contacts' in topic)
