import { cleanText } from '@little-bench/shared/kernel/text'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Draft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { localFilesOf } from '../../platform/local-file'
import { Card } from '../../ui/card'
import { PersonalPieces } from '../components/personal-pieces'
import { PublicIssueWords } from '../components/public-issue-words'
import { issueText } from '../issue.text'
import { foundPieces } from '../mask'
import { usePreview } from '../neighbour.api'
import { useKnownNames } from '../use-known-names'
import { PhotosOnPhone } from './attached-facts'
import type { NewReport } from './new-report'
import styles from './report.module.scss'
import { reportText } from './report.text'
import type { ReadReport, ReportFields } from './report-fields'

interface NeighbourPreviewProps {
  draft: Draft<ReportFields>
  read: ReadReport
  report: NewReport
  communityId: string
}

/**
 * What neighbours will see, as the server says it, and until it answers as this phone knows it; above it what in the
 * words tells who somebody is.
 */
export const NeighbourPreview = ({ draft, read, report, communityId }: NeighbourPreviewProps) => {
  const t = useText(reportText)
  const words = useText(issueText)
  const names = useKnownNames()
  // Whoever changes the words again is asked again.
  const [left, setLeft] = useState<string>()
  const answer = usePreview(communityId, report)
  if (report.visibility === 'private' || answer?.neighbours === null) return <View>{t('staffOnly')}</View>
  const onPhone = {
    serviceName: read.category?.name ?? '',
    description: cleanText(draft.fields.words),
    placeName: read.place?.name ?? null,
    teamName: null,
  }
  const seen = answer?.neighbours ?? onPhone
  // They are on this phone until the report is sent.
  const files = localFilesOf(draft.fields.files)
  const photos = files.filter(({ kind }) => kind === 'photo')
  const hasVoice = files.some(({ kind }) => kind === 'voice')
  const pieces = foundPieces(draft.fields.words, names, answer?.personalData)
  return (
    <>
      {left !== draft.fields.words && (
        <PersonalPieces
          title={t('foundInWords')}
          pieces={pieces}
          words={draft.fields.words}
          onMask={(masked) => draft.change({ words: masked })}
          onLeave={() => setLeft(draft.fields.words)}
        />
      )}
      <Card tint='violet'>
        <View className={styles.caption}>{t('previewTitle')}</View>
        <PublicIssueWords {...seen} where={seen.placeName ?? words('onMap')} />
        {seen.teamName && <View>{t('previewTeam', { name: seen.teamName })}</View>}
        {photos.length > 0 && <PhotosOnPhone photos={photos} />}
        <View>{t('previewHidden')}</View>
        {hasVoice && <View>{t('previewVoice')}</View>}
      </Card>
    </>
  )
}
