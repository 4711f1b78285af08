import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { hasPermission } from '@little-bench/shared/people/permissions'
import { deskOf, useMyCommunity } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { useNow } from '../../platform/use-now'
import { Slip, SlipLine, SlipNumber } from '../../ui/slip'
import styles from '../pension.module.scss'
import type { ProofOfLife } from '../proof.api'
import { dayWords, minuteWords } from '../proof-words'
import { visitText } from '../visit.text'
import { Portrait } from './portrait'

/** The card on paper, for somebody who has no page to show: who comes, when, and the code that they must say. */
export const VisitSlip = ({ proof: { forWhom, visit } }: { proof: ProofOfLife }) => {
  const t = useText(visitText)
  const today = shanghaiTime(useNow()).date
  const desk = deskOf(useMyCommunity().community)
  const isActing = useSession((session) => session.actingFor !== null)
  const roles = useSession((session) => session.person)?.roles.map(({ role }) => role) ?? []
  if (!isActing || !hasPermission(roles, 'resident.assist') || !visit) return null
  const { code, on, from, until, visitor, placeName } = visit
  if (code === null || on === null || from === null || until === null) return null
  return (
    <Slip title={t('slipTitle')}>
      <SlipLine>{forWhom.name}</SlipLine>
      <SlipLine>
        {t('slipWhen', { on: dayWords(on, today), from: minuteWords(from), until: minuteWords(until) })}
      </SlipLine>
      {visitor && visitor.photoUrl !== null && (
        <Portrait address={visitor.photoUrl} label={t('photo', visitor)} className={styles.portrait} />
      )}
      {visitor && <SlipLine>{t('slipWho', visitor)}</SlipLine>}
      <SlipNumber name={t('slipCode')} value={code.replace(/(\d{3})(?=\d)/g, '$1 ')} />
      <SlipLine>{t('slipWhere', { place: placeName })}</SlipLine>
      <SlipLine>{t('slipHow', { phone: desk?.phone ?? '' })}</SlipLine>
      <SlipLine>{t('slipNever')}</SlipLine>
    </Slip>
  )
}
