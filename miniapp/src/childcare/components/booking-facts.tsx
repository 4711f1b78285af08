import { SESSION_TEXT } from '@little-bench/shared/childcare/sessions'
import { clockInSentence, dateInSentence, dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import type { ChildcareBooking } from '../childcare.api'
import { childcareText } from '../childcare.text'

/** Who, when and where; and once it is so, when the child came and who fetched it. */
export const BookingFacts = ({ booking }: { booking: ChildcareBooking }) => {
  const t = useText(childcareText)
  const tSession = useText(SESSION_TEXT)
  const { childName, on, session, startsAt, endsAt, centreName, groupName, arrivedAt, pickedUpAt, pickedUpBy } = booking
  const [from, to] = [clockInSentence(startsAt), clockInSentence(endsAt)]
  const time = t('sessionName', { name: tSession(session), from, to })
  return (
    <Card>
      <FactList
        facts={[
          { name: t('child'), value: childName },
          { name: t('when'), value: `${t('dayWords', { day: dateInSentence(on) })} ${time}` },
          { name: t('where'), value: `${centreName}，${groupName}` },
          ...(arrivedAt === null
            ? []
            : [{ name: t('arrivedName'), value: t('arrived', { at: dateTimeInSentence(arrivedAt) }) }]),
          ...(pickedUpAt === null
            ? []
            : [
                {
                  name: t('pickedUpName'),
                  value: t('pickedUp', { at: dateTimeInSentence(pickedUpAt), by: pickedUpBy ?? '' }),
                },
              ]),
        ]}
      />
    </Card>
  )
}
