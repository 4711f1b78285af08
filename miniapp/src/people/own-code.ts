import { type CodePurpose, purposeOfCode } from '@little-bench/shared/people/codes'

/** What is entered here; an invitation is opened where no account is needed. */
export type OwnCodePurpose = Exclude<CodePurpose, 'case_invitation'>

/** What a code is for; undefined when a digit must be wrong, or it is none to be entered here. */
export const ownPurposeOf = (code: string): OwnCodePurpose | undefined => {
  const purpose = purposeOfCode(code)
  return purpose === 'case_invitation' ? undefined : purpose
}
