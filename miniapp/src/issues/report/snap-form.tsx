import type { Community } from '@little-bench/shared/communities/contract'
import { MAX_DESCRIPTION_LENGTH } from '@little-bench/shared/issues/limits'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { OfflineWay, placesOf, useMyPlaceId } from '../../communities'
import { PhotoPicker, VoiceRecorder } from '../../files'
import { useAskToTell } from '../../notifications'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { toTop } from '../../platform/to-top'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { TextArea } from '../../ui/text-area'
import { keepReport } from './keep-report'
import { lastPlaceId } from './last-place'
import { NoRoom } from './no-room'
import { PlaceField } from './place-field'
import styles from './report.module.scss'
import { reportText } from './report.text'
import { ReportAction, useReporter } from './report-action'
import { EMPTY_REPORT, missingParts, readReport } from './report-fields'
import { SentReport } from './sent-report'
import { snapText } from './snap.text'
import { SnapCategory } from './snap-category'
import { TeamField } from './team-field'
import { useDraftFiles } from './use-draft-files'

/** 随手拍: the camera first, then one screen and one tap; the rest is what one adds if one likes. */
export const SnapForm = ({ community }: { community: Community }) => {
  const t = useText(snapText)
  const say = useText(reportText)
  const draft = useDraft('snap', EMPTY_REPORT)
  const read = readReport(draft.fields, community)
  const attached = useDraftFiles(draft)
  const [hasTried, setTried] = useState(false)
  const [sentId, setSentId] = useState<string>()
  const [isFull, setFull] = useState(false)
  const reporter = useReporter()
  const askToTell = useAskToTell()
  useUsualPlace(draft, community)
  const missing = missingParts(draft.fields, read)
  const shown = hasTried ? missing : []
  const send = () => {
    setTried(true)
    toTop()
    if (missing.length > 0) return
    void askToTell('report')
    const id = keepReport({ draft, community })
    setFull(id === undefined)
    setSentId(id)
  }
  if (sentId) return <SentReport id={sentId} />
  const parts = { draft, read, community, missing: shown }
  return (
    <Page
      title={t('title')}
      action={<ReportAction step={3} category={read.category} phoneInPerson={undefined} onNext={send} onSend={send} />}
    >
      {isFull && <NoRoom />}
      {reporter === 'staff' && <Card tint='amber'>{say('notResident')}</Card>}
      {reporter === 'nobody' && <Card tint='blue'>{say('signInWords')}</Card>}
      <PhotoPicker
        photos={attached.photos}
        onAdd={attached.add}
        onRemove={attached.remove}
        opensCamera
        error={shown.includes('words') ? t('photoMissing') : undefined}
      />
      <SnapCategory {...parts} />
      <View className={styles.block}>
        <PlaceField {...parts} />
      </View>
      <View className={styles.block}>
        <TextArea
          label={t('words')}
          placeholder={t('wordsPlaceholder')}
          limit={MAX_DESCRIPTION_LENGTH}
          value={draft.fields.words}
          onChange={(words) => draft.change({ words })}
        />
        <VoiceRecorder voice={attached.voice} onAdd={(voice) => attached.add([voice])} onRemove={attached.remove} />
      </View>
      <TeamField draft={draft} community={community} />
      <View className={styles.spaced}>{t('private')}</View>
      <OfflineWay communityId={community.id} />
    </Page>
  )
}

/** Where the last one was, else where one lives: right most of the time, and one tap to change. */
const useUsualPlace = (draft: ReturnType<typeof useDraft<typeof EMPTY_REPORT>>, community: Community) => {
  const myPlaceId = useMyPlaceId(community.id)
  const isOpen = useRef(draft.fields.placeId === null && draft.fields.position === null)
  const { change } = draft
  useEffect(() => {
    if (!isOpen.current) return
    isOpen.current = false
    const usual = [lastPlaceId(community.id), myPlaceId].find((id) =>
      placesOf(community).some((place) => place.id === id),
    )
    if (usual) change({ placeId: usual, communityId: community.id })
  }, [myPlaceId, community, change])
}
