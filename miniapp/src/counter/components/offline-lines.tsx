import type { Community } from '@little-bench/shared/communities/contract'
import { deskOf } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { SlipLine } from '../../ui/slip'
import { paperText } from '../paper.text'

/** The way without a telephone, at the foot of every paper: where, when, which number. */
export const OfflineLines = ({ community }: { community: Community | undefined }) => {
  const t = useText(paperText)
  const desk = deskOf(community)
  if (!desk) return <SlipLine>{t('hotline')}</SlipLine>
  return (
    <>
      <SlipLine>{t('ask', { name: desk.name, phone: desk.phone })}</SlipLine>
      <SlipLine>{t('comeTo', { address: desk.address ?? '', hours: desk.hours })}</SlipLine>
      {desk.demo && <SlipLine>{t('demo')}</SlipLine>}
    </>
  )
}
