import { inLanguage } from '@little-bench/shared/kernel/language'
import { View } from '@tarojs/components'
import { AttachField, Photos } from '../../files'
import { dayInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { DayInput } from '../../ui/day-input'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { TextInput } from '../../ui/text-input'
import { showToast } from '../../ui/toast'
import { moneyFacts } from '../requester/work-cards'
import { useWorkEditing } from '../use-work-editing'
import type { Work } from '../work.api'
import { workText } from '../work.text'
import styles from './item-view.module.scss'

interface WorkSheetProps {
  communityId: string
  issueId: string
  work: Work
  onClose: () => void
}

/** Cost, fund, day of decision, and the photos of before and after. */
export const WorkSheet = ({ communityId, issueId, work, onClose }: WorkSheetProps) => {
  const t = useText(workText)
  const editing = useWorkEditing({ communityId, issueId }, work)
  const { fields, change } = editing
  const onSaved = () => {
    onClose()
    showToast(t('saved'))
  }
  return (
    <Sheet isOpen title={t('editOne', { title: work.title })} onClose={onClose}>
      <View className={styles.status}>{t('hint')}</View>
      <TextInput
        label={t('cost')}
        hint={t('costHint')}
        error={editing.isCostWrong ? t('costWrong') : undefined}
        value={fields.cost}
        maxLength={14}
        onChange={(cost) => change({ cost })}
      />
      <TextInput
        label={t('fund')}
        hint={t('fundHint')}
        value={fields.fund}
        maxLength={60}
        onChange={(fund) => change({ fund })}
      />
      <DayInput
        kind='date'
        label={t('decided')}
        hint={t('decidedHint')}
        value={fields.decidedOn}
        onChange={(decidedOn) => change({ decidedOn })}
      />
      <View>{t('noPeople')}</View>
      <PhotoSide now={t('beforeNow')} add={t('addBefore')} photos={editing.before} />
      <PhotoSide now={t('afterNow')} add={t('addAfter')} photos={editing.after} />
      {editing.isStale && <Stale work={work} onKeepMine={editing.keepMine} />}
      {editing.isUploading && <View {...a11y({ role: 'status', live: 'polite' })}>{t('waiting')}</View>}
      {editing.error !== null && !editing.isStale && <ErrorNotice error={editing.error} />}
      <Button
        kind='primary'
        isWide
        isBusy={editing.isSaving || editing.isUploading}
        isDisabled={editing.isStale || editing.hasFailed}
        onPress={() => editing.save(onSaved)}
      >
        {t('save')}
      </Button>
    </Sheet>
  )
}

interface PhotoSideProps {
  now: string
  add: string
  photos: ReturnType<typeof useWorkEditing>['before']
}

const PhotoSide = ({ now, add, photos: { kept, added, takeOut, putBack } }: PhotoSideProps) => {
  const t = useText(workText)
  return (
    <>
      {kept.length > 0 && (
        <>
          <View className={styles.heading}>{now}</View>
          <Photos photos={kept} />
          <View className={styles.status}>
            {kept.map(({ id }, index) => (
              <Button key={id} icon='close' onPress={() => takeOut(id)}>
                {t('takeOut', { number: index + 1 })}
              </Button>
            ))}
          </View>
        </>
      )}
      {putBack && (
        <Button icon='undo' onPress={putBack}>
          {t('putBack')}
        </Button>
      )}
      <View className={styles.heading}>{add}</View>
      <AttachField attachments={added} hasVoice={false} />
    </>
  )
}

/** Somebody saved in between: what stands there now, before it is replaced. */
const Stale = ({ work, onKeepMine }: { work: Work; onKeepMine: () => void }) => {
  const t = useText(workText)
  const facts = moneyFacts(work, t, (date) => inLanguage(dayInSentence(date), 'zh'))
  const words = facts.map(({ name, value }) => `${name} ${value}`).join('，') || t('staleNone')
  return (
    <View {...a11y({ role: 'alert' })}>
      <Card tint='amber'>
        <View>{t('staleTitle')}</View>
        <View>{t('staleWords', { words })}</View>
        <Button onPress={onKeepMine}>{t('keepMine')}</Button>
      </Card>
    </View>
  )
}
