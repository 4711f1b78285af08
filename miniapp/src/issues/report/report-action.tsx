import type { CatalogueEntry } from '@little-bench/shared/communities/contract'
import { hasPermission } from '@little-bench/shared/people/permissions'
import { stopActing } from '../../platform/acting'
import { callPhone } from '../../platform/call-phone'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { reportText } from './report.text'

/** Whether the person at this phone may send: nobody yet, a resident or whoever acts for one, or a working role only. */
export const useReporter = (): 'nobody' | 'resident' | 'staff' => {
  const person = useSession((session) => session.person)
  const isActing = useSession((session) => session.actingFor !== null)
  if (!person) return 'nobody'
  if (isActing) return 'resident'
  const roles = person.roles.map(({ role }) => role)
  return hasPermission(roles, 'issue.report') ? 'resident' : 'staff'
}

interface ReportActionProps {
  step: number
  category: CatalogueEntry | undefined
  /** Only the person says this themselves: whom they call. */
  phoneInPerson: string | undefined
  onNext: () => void
  onSend: () => void
}

/** The one main thing to do at each step. */
export const ReportAction = ({ step, category, phoneInPerson, onNext, onSend }: ReportActionProps) => {
  const t = useText(reportText)
  const reporter = useReporter()
  const lostRightFor = useSession((session) => (session.hasLostRight ? session.actingFor : null))
  const phone = phoneInPerson ?? category?.notOurs?.phone
  if (step === 1 && phone)
    return (
      <Button kind='primary' isWide onPress={() => callPhone(phone)}>
        {t('callNumber', { phone })}
      </Button>
    )
  if (step < 3)
    return (
      <Button kind='primary' isWide onPress={onNext}>
        {t('next')}
      </Button>
    )
  if (lostRightFor)
    return (
      <Button kind='primary' isWide onPress={stopActing}>
        {t('stopForThem', { name: lostRightFor.name })}
      </Button>
    )
  if (reporter !== 'resident')
    return (
      <Button kind='primary' isWide onPress={() => openPage('people/pages/sign-in/index')}>
        {reporter === 'nobody' ? t('signInToSend') : t('switchPerson')}
      </Button>
    )
  return (
    <Button kind='primary' isWide onPress={onSend}>
      {t('send')}
    </Button>
  )
}
