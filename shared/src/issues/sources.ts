import { ASSIST_REASONS } from '../people/assist.ts'

/** How an issue came in: written by the person, by a proxy, or by staff beside them. */
export const ISSUE_SOURCES = ['own', 'proxy', ...ASSIST_REASONS] as const
export type IssueSource = (typeof ISSUE_SOURCES)[number]
