import type { ProofEvidence, ProofRecorder } from './ways.ts'

/**
 * What each can know of somebody's proof of life. Only the person can say that they did it themselves; that a visitor was
 * there, only the record of the visit says.
 */
export const EVIDENCE_OF: Record<ProofRecorder, readonly ProofEvidence[]> = {
  person: ['did_it_myself', 'app_says_so'],
  proxy: ['was_there', 'app_says_so', 'told_by_person'],
  counter: ['was_there', 'app_says_so', 'told_by_person'],
  visitor: ['visitor_was_there'],
}
