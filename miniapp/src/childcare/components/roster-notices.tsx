import { useText } from '../../platform/i18n/text'
import type { WaitingWrite } from '../../platform/waiting-writes'
import { WaitingNotices } from '../../ui/waiting-notices'
import { rosterText } from '../roster.text'

export const RosterNotices = ({ writes }: { writes: readonly WaitingWrite[] }) => {
  const t = useText(rosterText)
  const words = {
    waiting: (count: number) => t('waiting', { count }),
    sendNow: t('sendNow'),
    refused: (name: string, why: string) => t('refused', { name, why }),
    refusedOk: t('refusedOk'),
  }
  return <WaitingNotices writes={writes} words={words} />
}
