package org.chartwright.live;

import org.chartwright.audio.MediaDecoder;
import org.chartwright.custody.Custody;
import org.chartwright.keys.Seals;
import org.chartwright.scribing.Jobs;
import org.chartwright.scribing.NoteDesk;
import org.chartwright.scribing.RuleBook;
import org.chartwright.scribing.Stages;
import org.chartwright.scribing.VisitRecord;
import org.chartwright.speech.LiveRecognizer;
import org.jdbi.v3.core.Jdbi;

/**
 * What sessions stand on; each stays the caller's to close.
 *
 * @param jdbi where sessions are noted
 * @param jobs what follows a session's end is one
 * @param sealing how sound lies on disk
 * @param seals how what clients say lies in the database
 * @param decoder for compressed streams
 * @param recognizer listens to streams and to nothing else
 * @param stages make captions readable and drafts of them
 * @param desk knows which notes there are
 * @param rules look up what vocabularies and filters say
 * @param visits of the record
 * @param custody who may be recorded, and how long sound is kept
 */
public record LiveRooms(
        Jdbi jdbi,
        Jobs jobs,
        Sealing sealing,
        Seals seals,
        MediaDecoder decoder,
        LiveRecognizer recognizer,
        Stages stages,
        NoteDesk desk,
        RuleBook rules,
        VisitRecord visits,
        Custody custody) {}
