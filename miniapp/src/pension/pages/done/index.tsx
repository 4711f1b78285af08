import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { OfflineWay, useMyCommunity } from '../../../communities'
import { SignedInOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { goBack } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { toTop } from '../../../platform/to-top'
import { useNow } from '../../../platform/use-now'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { ChoiceList } from '../../../ui/choice-list'
import { DayInput } from '../../../ui/day-input'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { showToast } from '../../../ui/toast'
import { DONE_DAYS, type DoneFields, doneMistakes, doneOf, EMPTY_DONE, evidenceFor } from '../../done-fields'
import styles from '../../pension.module.scss'
import { useRecordDone } from '../../proof.api'
import { doneText } from '../../proof.text'

/** Writes down that it is done: which day, and how one knows. */
export default function DonePage() {
  const t = useText(doneText)
  const actingFor = useSession((session) => session.actingFor)
  const today = shanghaiTime(useNow()).date
  const { community, error, retry } = useMyCommunity()
  const [fields, setFields] = useState(EMPTY_DONE)
  const [hasTried, setTried] = useState(false)
  const recording = useRecordDone(community?.id ?? '')
  const save = () => {
    setTried(true)
    const body = doneOf(fields, today)
    if (!body) return
    recording.mutate(body, {
      onSuccess: () => {
        showToast(t('saved'))
        goBack()
      },
      onError: toTop,
    })
  }
  return (
    <Page
      title={actingFor ? t('titleFor', actingFor) : t('title')}
      action={
        community && (
          <Button kind='primary' isWide isBusy={recording.isPending} onPress={save}>
            {t('save')}
          </Button>
        )
      }
    >
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!community && !error && <Skeleton cards={2} />}
      {recording.error !== null && <ErrorNotice error={recording.error} />}
      <SignedInOnly>
        <DoneForm
          fields={fields}
          change={(changed) => setFields((before) => ({ ...before, ...changed }))}
          mistakes={hasTried ? doneMistakes(fields, today) : {}}
        />
      </SignedInOnly>
      <OfflineWay />
    </Page>
  )
}

interface DoneFormProps {
  fields: DoneFields
  change: (changed: Partial<DoneFields>) => void
  mistakes: ReturnType<typeof doneMistakes>
}

const DoneForm = ({ fields, change, mistakes }: DoneFormProps) => {
  const t = useText(doneText)
  const isActing = useSession((session) => session.actingFor !== null)
  const dayError = mistakes.day && t(mistakes.day)
  const choices = evidenceFor(isActing).map((value) => ({ value, name: t(value) }))
  return (
    <>
      <ChoiceList
        label={t('when')}
        choices={DONE_DAYS.map((value) => ({ value, name: t(value) }))}
        value={fields.day}
        onChange={(day) => change({ day })}
        error={fields.day === 'otherDay' ? undefined : dayError}
      />
      {fields.day === 'otherDay' && (
        <DayInput
          kind='date'
          label={t('day')}
          isRequired
          value={fields.otherOn}
          onChange={(otherOn) => change({ otherOn })}
          error={dayError}
        />
      )}
      <ChoiceList
        label={t('how')}
        isRequired
        choices={choices}
        value={fields.evidence}
        onChange={(evidence) => change({ evidence })}
        error={mistakes.evidence && t(mistakes.evidence)}
      />
      <Card tint='blue'>
        <View className={styles.line}>{t('noPhoto')}</View>
      </Card>
    </>
  )
}
