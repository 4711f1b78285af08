import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { Page } from '../../ui/page'
import { Section } from '../../ui/section'
import styles from '../mediation.module.scss'
import { requestText } from '../request.text'
import { CommitteeWay } from './committee-way'

const ANSWERS = ['safe', 'unsafe'] as const
type Answer = (typeof ANSWERS)[number]

interface SafetyQuestionProps {
  onAnswer: (answer: Answer) => void
}

/** Before anything is written: whether anybody is in danger. Neither answer is ticked beforehand, and none is kept. */
export const SafetyQuestion = ({ onAnswer }: SafetyQuestionProps) => {
  const t = useText(requestText)
  const isSignedIn = useSession((session) => session.person !== null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [hasTried, setTried] = useState(false)
  return (
    <Page
      title={t('title')}
      action={
        <Button kind='primary' isWide onPress={() => (answer ? onAnswer(answer) : setTried(true))}>
          {t('next')}
        </Button>
      }
    >
      <ChoiceList<Answer>
        label={t('safetyQuestion')}
        hint={t('safetyKept')}
        choices={ANSWERS.map((value) => ({ value, name: t(value), note: t(`${value}Note`) }))}
        value={answer}
        onChange={setAnswer}
        error={hasTried && answer === null ? t('safetyMissing') : undefined}
      />
      <Section title={t('whatItIs')}>
        <Card>
          {(['free', 'voluntary', 'youChoose', 'nobodySees'] as const).map((line) => (
            <View key={line} className={styles.line}>
              {t(line)}
            </View>
          ))}
        </Card>
      </Section>
      {isSignedIn && (
        <Button icon='list' isWide onPress={() => openPage('mediation/pages/mine/index')}>
          {t('myCases')}
        </Button>
      )}
      <CommitteeWay />
    </Page>
  )
}
