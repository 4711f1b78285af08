import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Draft, useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { toTop } from '../../platform/to-top'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Steps } from '../../ui/steps'
import { useRequestMediation } from '../case.api'
import styles from '../mediation.module.scss'
import { requestText } from '../request.text'
import {
  EMPTY_REQUEST,
  idsOf,
  kindOf,
  type Mistakes,
  mistakesOf,
  REQUEST_STEPS,
  type RequestDraft,
  type RequestStep,
  requestOf,
} from '../request-draft'
import { AboutStep } from './about-step'
import { CommitteeWay } from './committee-way'
import { DisclosureStep } from './disclosure-step'
import { MediatorPicker } from './mediator-picker'
import { OtherStep } from './other-step'
import { RequestCheck } from './request-check'
import { RequestSent } from './request-sent'

export interface StepProps {
  draft: RequestDraft
  change: Draft<RequestDraft>['change']
  /** Shown once somebody wanted to go on. */
  mistakes: Mistakes
}

const NAME = {
  about: 'stepAbout',
  disclosure: 'stepDisclosure',
  mediators: 'stepMediators',
  other: 'stepOther',
  check: 'stepCheck',
} as const satisfies Record<RequestStep, string>

interface RequestFormProps {
  communityId: string
  /** Under which name its draft is kept. */
  form?: string
  /** Of whatever staff brought over: its words stand there already. */
  fromWorkItemId?: string
}

/** Five short steps; what is written is gone from the phone with the answer that it has arrived. */
export const RequestForm = ({ communityId, form = 'mediation', fromWorkItemId }: RequestFormProps) => {
  const t = useText(requestText)
  const draft = useDraft(form, EMPTY_REQUEST)
  const [step, setStep] = useState<RequestStep>('about')
  const [hasTried, setTried] = useState(false)
  const sending = useRequestMediation(communityId)
  const mistakes = mistakesOf(step, draft.fields)
  const index = REQUEST_STEPS.indexOf(step)
  const show = (next: RequestStep | undefined) => {
    if (!next) return
    setTried(false)
    setStep(next)
    toTop()
  }
  const goOn = () => {
    if (Object.keys(mistakes).length > 0) return setTried(true)
    if (step !== 'check') return show(REQUEST_STEPS[index + 1])
    const body = requestOf(draft.fields)
    if (body)
      sending.mutate(fromWorkItemId === undefined ? body : { ...body, fromWorkItemId }, {
        onSuccess: draft.clear,
        onError: toTop,
      })
  }
  if (sending.data) return <RequestSent communityId={communityId} sent={sending.data} />
  const given = { draft: draft.fields, change: draft.change, mistakes: hasTried ? mistakes : {} }
  const chosen = idsOf(draft.fields.mediatorIds)
  const words = () => {
    if (step === 'check') return t('send')
    return step === 'mediators' && chosen.length === 0 ? t('recommend') : t('next')
  }
  return (
    <Page
      title={t('title')}
      action={
        <Button kind='primary' isWide isBusy={sending.isPending} onPress={goOn}>
          {words()}
        </Button>
      }
    >
      <Steps step={index + 1} total={REQUEST_STEPS.length} name={t(NAME[step])} />
      {sending.error !== null && <ErrorNotice error={sending.error} />}
      {step === 'about' && fromWorkItemId !== undefined && <Card tint='blue'>{t('carriedWords')}</Card>}
      {step === 'about' && fromWorkItemId === undefined && draft.wasRestored && (
        <Card tint='amber'>
          <View className={styles.line}>{t('restored')}</View>
          <Button onPress={draft.clear}>{t('startAfresh')}</Button>
        </Card>
      )}
      {step === 'about' && <AboutStep {...given} />}
      {step === 'disclosure' && <DisclosureStep {...given} />}
      {step === 'mediators' && (
        <MediatorPicker
          communityId={communityId}
          token={null}
          kind={kindOf(draft.fields) ?? 'other'}
          chosen={chosen}
          onChange={(ids) => draft.change({ mediatorIds: ids.join(',') })}
        />
      )}
      {step === 'other' && <OtherStep {...given} />}
      {step === 'check' && <RequestCheck communityId={communityId} draft={draft.fields} onChange={show} />}
      {index > 0 && (
        <View className={styles.block}>
          <Button icon='back' onPress={() => show(REQUEST_STEPS[index - 1])}>
            {t('previous')}
          </Button>
        </View>
      )}
      <CommitteeWay communityId={communityId} />
    </Page>
  )
}
