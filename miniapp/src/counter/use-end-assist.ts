import { useText } from '../platform/i18n/text'
import { showToast } from '../ui/toast'
import { counterApi } from './counter.api'
import { counterText } from './counter.text'
import type { AssistSession } from './last-assist'
import { useCounterWrite } from './use-counter-write'
import { useLeaveResident } from './use-leave-resident'

/** Ends the session and forgets whom it was with; when it did not arrive, the session goes on and can be ended again. */
export const useEndAssist = () => {
  const t = useText(counterText)
  const leave = useLeaveResident()
  const end = useCounterWrite((sessionId: AssistSession['id'], options) =>
    counterApi.endAssistSession({ params: { sessionId } }, options),
  )
  const finish = (session: AssistSession) =>
    end.mutate(session.id, {
      onSuccess: () => {
        leave()
        showToast(t('ended'))
      },
    })
  return { finish, isEnding: end.isPending, error: end.error }
}
