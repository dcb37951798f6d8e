import type { Sql } from "postgres";

const WORDS = 20_000;
const WORDS_A_SEGMENT = 12;
/** Said in every language so often that searching leaves them out. */
const FILLERS = "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ya".split(" ");
const TELEPHONE = ["gracias", "llamada", "cuenta", "factura", "cancelar", "servicio", "suscripción", "instalación", "teléfono", "reclamo"];
const SYLLABLES = ["ca", "ro", "mi", "te", "lu", "pe", "na", "so", "vi", "gre", "tón", "bla", "dor", "qui", "fés", "ja"];

/**
 * Gives each task a transcript of so many segments in Spanish: words by how often they are said as in real talk (the most frequent in every
 * other segment, most of them in one of thousands), and in one segment of each 50,000 "ventilador magnético". Needs a superuser.
 */
export async function seedTranscripts({ sql, segmentsPerTask }: { sql: Sql; segmentsPerTask: number }): Promise<void> {
  const words = Array.from({ length: WORDS }, (_, index) => wordOf(index));
  const drawn = Array.from({ length: WORDS_A_SEGMENT }, () => `w.words[1 + floor(${WORDS} * power(random(), 4))::int]`).join(", ");
  await sql.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    await transaction`set local maintenance_work_mem = '512MB'`;
    await transaction`select setseed(0.5)`;
    const [index] = await transaction<{ definition: string }[]>`
      select pg_get_indexdef('segments_search_idx'::regclass) as definition`;
    await transaction`drop index segments_search_idx`;
    await transaction`
      insert into transcripts (task_id, recording_id, transcriber, model, language, duration_seconds, lane_reason, word_times, speakers, measures)
      select id, recording_id, 'local', 'seed', 'es', duration_seconds, 'stereo', 'estimated',
        '[{"role": "agent", "name": null}, {"role": "customer", "name": null}]',
        '{"lanes": [], "silenceSeconds": 0, "silenceRatio": 0, "longestSilenceSeconds": 0, "crossTalkSeconds": 0}'
      from tasks`;
    await transaction`
      insert into segments (id, task_id, position, speaker, start_ms, end_ms, text, search)
      select uuidv7(), task_id, position, position % 2, position * 5000, position * 5000 + 4500, said, speech_vector('es', said)
      from (
        select t.task_id, position, concat_ws(' ', ${transaction.unsafe(drawn)},
          case when (row_number() over ()) % 50000 = 77 then 'ventilador magnético' end) as said
        from (select ${words}::text[] as words) w, transcripts t, generate_series(0, ${segmentsPerTask - 1}) as position
      ) made`;
    await transaction.unsafe(index?.definition ?? "");
  });
  await sql`vacuum (analyze) segments, transcripts`;
}

function wordOf(index: number): string {
  const known = [...FILLERS, ...TELEPHONE][index];
  if (known !== undefined) return known;
  const syllable = (place: number) => SYLLABLES[Math.floor(index / SYLLABLES.length ** place) % SYLLABLES.length];
  return [0, 1, 2, 3].map(syllable).join("");
}
