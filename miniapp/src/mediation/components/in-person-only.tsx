import type { PropsWithChildren } from 'react'
import { stopActing } from '../../platform/acting'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { uiText } from '../../ui/ui.text'
import { requestText } from '../request.text'

/** Nobody is a side for somebody else: while somebody acts, nothing of a case is shown, neither theirs nor one's own. */
export const InPersonOnly = ({ children }: PropsWithChildren) => {
  const t = useText(requestText)
  const tUi = useText(uiText)
  const actingFor = useSession((session) => session.actingFor)
  if (!actingFor) return children
  return (
    <Empty
      icon='person'
      title={t('inPerson')}
      next={t('inPersonNext', { name: actingFor.name })}
      action={<Button onPress={stopActing}>{tUi('stopForThem', { name: actingFor.name })}</Button>}
    />
  )
}
