import type { Child } from '@little-bench/shared/people/child.contract'
import { useState } from 'react'
import { OfflineWay } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { Steps } from '../../ui/steps'
import type { Centre } from '../childcare.api'
import { childcareText } from '../childcare.text'
import type { Plan } from '../session-places'
import type { BookingChoice } from '../use-booking-choice'
import { CentreCard } from './centre-card'
import { DayChoice } from './day-choice'
import { PlanNotice } from './plan-notice'
import { SessionChoice } from './session-choice'
import { WhoChoice } from './who-choice'

interface ChoosePageProps {
  centre: Centre
  ownChildren: readonly Child[]
  choice: BookingChoice
  onNext: (plan: Plan) => void
}

/** Step 1: which day, who goes, which session; whoever does not fit is named before anything is sent. */
export const ChoosePage = ({ centre, ownChildren, choice, onNext }: ChoosePageProps) => {
  const t = useText(childcareText)
  const actingFor = useSession((session) => session.actingFor)
  const { draft, on, chosen, fitting, sessions, places, plan } = choice
  const [hasTried, setTried] = useState(false)
  const nameOf = (id: string) => ownChildren.find((child) => child.id === id)?.nickname ?? ''
  const names = (plan?.childIds ?? []).map(nameOf).join('、')
  const isPartial = plan !== undefined && plan.how !== null && plan.left.length > 0
  const actionWords = () => {
    if (plan?.how === 'wait') return isPartial ? t('waitOnly', { names }) : t('waitNow')
    return isPartial ? t('bookOnly', { names }) : t('next')
  }
  return (
    <Page
      title={actingFor ? t('titleFor', { name: actingFor.name }) : t('title')}
      action={
        <Button kind='primary' isWide onPress={() => (plan?.how ? onNext(plan) : setTried(true))}>
          {actionWords()}
        </Button>
      }
    >
      <Steps step={1} total={2} name={t('stepChoose')} />
      <DayChoice
        today={choice.today}
        value={on}
        onChange={(day) => draft.change({ on: day })}
        isClosed={fitting.length > 0 && sessions.length === 0}
        firstFree={choice.firstFree}
      />
      <WhoChoice
        centre={centre}
        ownChildren={ownChildren}
        on={on}
        chosen={chosen}
        onChange={(ids) => draft.change({ childIds: ids.join(',') })}
      />
      {hasTried && fitting.length > 0 && chosen.length === 0 && <Card tint='amber'>{t('noneChosen')}</Card>}
      {fitting.length === 0 && <Card tint='amber'>{t('nobodyFits')}</Card>}
      {sessions.length > 0 && (
        <SessionChoice
          sessions={sessions}
          ownChildren={ownChildren}
          value={places?.session ?? null}
          onChange={(session) => draft.change({ session })}
          isMissing={hasTried && !places}
        />
      )}
      {plan && <PlanNotice plan={plan} nameOf={nameOf} />}
      <CentreCard centre={centre} />
      <OfflineWay />
    </Page>
  )
}
