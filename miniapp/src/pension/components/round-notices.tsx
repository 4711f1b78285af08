import { useText } from '../../platform/i18n/text'
import type { WaitingWrite } from '../../platform/waiting-writes'
import { WaitingNotices } from '../../ui/waiting-notices'
import { roundText } from '../round.text'

export const RoundNotices = ({ writes }: { writes: readonly WaitingWrite[] }) => {
  const t = useText(roundText)
  const words = {
    waiting: (count: number) => t('waiting', { count }),
    sendNow: t('sendNow'),
    refused: (name: string, why: string) => t('refusedWrite', { name, why }),
    refusedOk: t('refusedOk'),
  }
  return <WaitingNotices writes={writes} words={words} />
}
