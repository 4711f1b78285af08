import type { CodePurpose } from '@little-bench/shared/people/codes'
import { useText } from '../platform/i18n/text'
import { replacePage } from '../platform/navigation'
import { showToast } from '../ui/toast'
import { useRedeemGrant } from './grants.api'
import { codeText } from './household.text'
import { useJoinHousehold } from './profile.api'
import { useBindReceipt } from './receipt.api'

/** Uses a code for what it is for, and opens the page on which its result stands. */
export const useRedeemCode = () => {
  const t = useText(codeText)
  const joining = useJoinHousehold()
  const redeeming = useRedeemGrant()
  const binding = useBindReceipt()
  const redeem: Record<CodePurpose, (code: string) => void> = {
    household: (code) =>
      joining.mutate(code, {
        onSuccess: () => {
          showToast(t('joined'))
          replacePage('people/pages/household/index')
        },
      }),
    proxy_grant: (code) =>
      redeeming.mutate(code, { onSuccess: () => replacePage('people/pages/grants-received/index') }),
    // Opened on its own page, where it also opens without an account.
    case_invitation: (code) => replacePage('mediation/pages/invitation/index', { code }),
    // Accepted on its own page, where the second proof is set up.
    staff_invitation: (code) => replacePage('people/pages/staff-invitation/index', { code }),
    receipt: (code) =>
      binding.mutate(code, {
        onSuccess: ({ communityId, subjectId }) => {
          showToast(t('bound'))
          replacePage('issues/pages/detail/index', { communityId, id: subjectId })
        },
      }),
  }
  const calls = [joining, redeeming, binding]
  return {
    redeem: (purpose: CodePurpose, code: string) => redeem[purpose](code),
    isSending: calls.some(({ isPending }) => isPending),
    error: calls.find(({ error }) => error !== null)?.error ?? null,
    /** What was said about another code says nothing about this one. */
    forgetError: () => {
      for (const call of calls) if (call.isError) call.reset()
    },
  }
}
