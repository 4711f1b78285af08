import { useText } from '../../platform/i18n/text'
import type { WaitingWrite } from '../../platform/waiting-writes'
import { WaitingNotices } from '../../ui/waiting-notices'
import { checkInText } from '../check-in.text'

export const WaitingNotice = ({ writes }: { writes: readonly WaitingWrite[] }) => {
  const t = useText(checkInText)
  const words = {
    waiting: (count: number) => t('waits', { count }),
    sendNow: t('sendNow'),
    refused: (name: string, why: string) => t('refused', { name, why }),
    refusedOk: t('refusedOk'),
  }
  return <WaitingNotices writes={writes} words={words} />
}
