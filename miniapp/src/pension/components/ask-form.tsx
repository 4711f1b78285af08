import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { OfflineWay, useMyPlaceId } from '../../communities'
import { useAskToTell } from '../../notifications'
import { CallError } from '../../platform/call-error'
import { useText } from '../../platform/i18n/text'
import { replacePage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { toTop } from '../../platform/to-top'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Steps } from '../../ui/steps'
import { showToast } from '../../ui/toast'
import { ASK_STEPS, type AskFields, type AskStep, askMistakes, EMPTY_ASK, newVisitOf } from '../ask-fields'
import styles from '../pension.module.scss'
import { useRequestVisit } from '../proof.api'
import { askText } from '../visit.text'
import { AskCheck } from './ask-check'
import { AskWhere } from './ask-where'
import { AskWhy } from './ask-why'

const NAME = { why: 'stepWhy', where: 'stepWhere', check: 'stepCheck' } as const satisfies Record<AskStep, string>

/** Three short steps to a visit. */
export const AskForm = ({ community }: { community: Community }) => {
  const t = useText(askText)
  const actingFor = useSession((session) => session.actingFor)
  const placeId = useMyPlaceId(community.id) ?? null
  const [fields, setFields] = useState<AskFields>({ ...EMPTY_ASK, placeId })
  const [step, setStep] = useState<AskStep>('why')
  const [hasTried, setTried] = useState(false)
  const askToTell = useAskToTell()
  const sending = useRequestVisit(community.id)
  const mistakes = askMistakes(step, fields)
  const index = ASK_STEPS.indexOf(step)
  const isPlaceMissing = sending.error instanceof CallError && sending.error.code === 'address_missing'
  const show = (next: AskStep) => {
    setTried(false)
    setStep(next)
    toTop()
  }
  const send = () => {
    void askToTell('visit')
    sending.mutate(newVisitOf(fields), {
      onSuccess: () => {
        showToast(t('sent'))
        replacePage('pension/pages/visit/index')
      },
      onError: (error) => {
        if (error instanceof CallError && error.code === 'address_missing') show('where')
        else toTop()
      },
    })
  }
  const goOn = () => {
    if (Object.keys(mistakes).length > 0) return setTried(true)
    const next = ASK_STEPS[index + 1]
    return next ? show(next) : send()
  }
  const previous = ASK_STEPS[index - 1]
  const given = {
    fields,
    change: (changed: Partial<AskFields>) => setFields((before) => ({ ...before, ...changed })),
    mistakes: hasTried ? mistakes : {},
  }
  return (
    <Page
      title={actingFor ? t('titleFor', actingFor) : t('title')}
      action={
        <Button kind='primary' isWide isBusy={sending.isPending} onPress={goOn}>
          {t(step === 'check' ? 'send' : 'next')}
        </Button>
      }
    >
      <Steps step={index + 1} total={ASK_STEPS.length} name={t(NAME[step])} />
      {sending.error !== null && !isPlaceMissing && <ErrorNotice error={sending.error} />}
      {step === 'why' && <AskWhy {...given} />}
      {step === 'where' && <AskWhere {...given} community={community} isPlaceMissing={isPlaceMissing} />}
      {step === 'check' && <AskCheck community={community} fields={fields} onChange={show} />}
      {previous && (
        <View className={styles.ways}>
          <Button icon='back' onPress={() => show(previous)}>
            {t('previous')}
          </Button>
        </View>
      )}
      <OfflineWay />
    </Page>
  )
}
