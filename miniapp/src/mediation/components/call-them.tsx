import { spokenPhone } from '@little-bench/shared/people/phone'
import { callPhone } from '../../platform/call-phone'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { committeeText } from '../committee.text'

/** Rings a side of a case, and reads its number out. */
export const CallThem = ({ phone }: { phone: string }) => {
  const t = useText(committeeText)
  return (
    <Button icon='phone' isWide onPress={() => callPhone(phone)}>
      {t('call', { phone: spokenPhone(phone) })}
    </Button>
  )
}
