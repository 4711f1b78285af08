import { TRIAGE, type TriageAnswer } from '@little-bench/shared/pension/ways'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../../platform/i18n/text'
import { goBack, replacePage } from '../../../platform/navigation'
import { toTop } from '../../../platform/to-top'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { ErrorNotice } from '../../../ui/error-notice'
import { Skeleton } from '../../../ui/skeleton'
import { Steps } from '../../../ui/steps'
import { PensionPage } from '../../components/pension-page'
import { WayQuestion } from '../../components/way-question'
import styles from '../../pension.module.scss'
import { type ProofOfLife, useSaveWay } from '../../proof.api'
import { wayText } from '../../proof.text'

/** Three questions, one on each screen, to the way that suits. */
export default function WayPage() {
  const t = useText(wayText)
  return <PensionPage title={t('title')}>{({ community }) => <Questions communityId={community.id} />}</PensionPage>
}

const Questions = ({ communityId }: { communityId: string }) => {
  const t = useText(wayText)
  const [answers, setAnswers] = useState<Partial<TriageAnswer>>({})
  const [index, setIndex] = useState(0)
  const saving = useSaveWay(communityId)
  const question = TRIAGE[index]
  const send = ({ can_use_app, has_helper, needs_visit }: Partial<TriageAnswer>) =>
    saving.mutate({
      canUseApp: can_use_app === true,
      hasHelper: has_helper === true,
      needsVisit: needs_visit === true,
    })
  const show = (next: number) => {
    setIndex(next)
    toTop()
  }
  const answer = (isYes: boolean) => {
    if (!question) return
    const after = { ...answers, [question]: isYes }
    setAnswers(after)
    show(index + 1)
    if (index === TRIAGE.length - 1) send(after)
  }
  const again = () => {
    saving.reset()
    show(0)
  }
  if (saving.data) return <Proposed proof={saving.data} onAgain={again} />
  if (!question) {
    if (saving.error) return <ErrorNotice error={saving.error} onRetry={() => send(answers)} />
    return <Skeleton cards={1} />
  }
  return (
    <>
      <Steps step={index + 1} total={TRIAGE.length} name={t(`${question}_step`)} />
      <WayQuestion key={question} question={question} onAnswer={answer} />
      {index > 0 && (
        <Button icon='back' onPress={() => show(index - 1)}>
          {t('previous')}
        </Button>
      )}
    </>
  )
}

const Proposed = ({ proof: { way }, onAgain }: { proof: ProofOfLife; onAgain: () => void }) => {
  const t = useText(wayText)
  const isVisit = way === 'visit'
  const goOn = () => replacePage(isVisit ? 'pension/pages/ask/index' : 'pension/pages/steps/index')
  return (
    <>
      <Card tint='green'>
        <View className={styles.name}>{t('answer')}</View>
        <View className={styles.big}>{way === null ? '' : t(way)}</View>
      </Card>
      <View className={styles.ways}>
        <Button kind='primary' isWide icon={isVisit ? 'home' : 'list'} onPress={goOn}>
          {t(isVisit ? 'goAsk' : 'goSteps')}
        </Button>
        <Button isWide icon='undo' onPress={onAgain}>
          {t('again')}
        </Button>
        <Button kind='quiet' isWide onPress={goBack}>
          {t('back')}
        </Button>
      </View>
    </>
  )
}
