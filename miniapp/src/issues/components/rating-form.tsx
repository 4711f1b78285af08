import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { RatingInput } from '../../ui/rating-input'
import { TextArea } from '../../ui/text-area'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'
import { satisfactionMeanings } from '../satisfaction'
import type { useRating } from '../use-rating'

interface RatingFormProps {
  rating: ReturnType<typeof useRating>
  /** Point out what is missing. */
  hasTried: boolean
}

/** Solved or not, how satisfied, and in words what is missing or what else there is to say. */
export const RatingForm = ({ rating, hasTried }: RatingFormProps) => {
  const t = useText(issueText)
  const chosen = { true: 'yes', false: 'no', null: null } as const
  return (
    <>
      <ChoiceList
        label={t('rateTitle')}
        isRequired
        error={hasTried && rating.isSolved === null ? t('solvedMissing') : undefined}
        choices={[
          { value: 'yes', name: t('solved'), icon: 'check' },
          { value: 'no', name: t('unsolved'), icon: 'refresh' },
        ]}
        value={chosen[`${rating.isSolved}`]}
        onChange={rating.setSolved}
      />
      {rating.isSolved === false && (
        <View className={styles.block}>
          <TextArea
            label={t('reopenNote')}
            hint={t('reopenWords')}
            isRequired
            error={hasTried && rating.missing.trim() === '' ? t('reopenMissing') : undefined}
            limit={MAX_NOTE_LENGTH}
            value={rating.missing}
            onChange={rating.setMissing}
          />
        </View>
      )}
      <View className={styles.block}>
        <RatingInput
          label={t('satisfaction')}
          isRequired
          error={hasTried && rating.satisfaction === 0 ? t('satisfactionMissing') : undefined}
          meanings={satisfactionMeanings(t)}
          value={rating.satisfaction || null}
          onChange={rating.setSatisfaction}
        />
      </View>
      {rating.isSolved === true && (
        <View className={styles.block}>
          <TextArea
            label={t('comment')}
            hint={t('commentHint')}
            limit={MAX_NOTE_LENGTH}
            value={rating.comment}
            onChange={rating.setComment}
          />
        </View>
      )}
    </>
  )
}
