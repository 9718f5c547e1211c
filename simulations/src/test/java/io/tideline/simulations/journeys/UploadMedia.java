package io.tideline.simulations.journeys;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.repeat;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.tideline.feeders.MediaRow;
import io.tideline.simulations.endpoints.MediaFiles;
import io.tideline.simulations.endpoints.Memories;
import io.tideline.simulations.endpoints.Writes;
import java.util.List;
import java.util.Map;

/** Sends a photo or video in parts, writes a memory around it, and looks at the result. */
final class UploadMedia implements Journey {

  @Override
  public String name() {
    return "Upload media";
  }

  @Override
  public List<String> requests() {
    return List.of(
        MediaFiles.START,
        MediaFiles.PART,
        MediaFiles.FINISH,
        Memories.WRITE,
        Memories.READ_OWN,
        MediaFiles.PREVIEW,
        MediaFiles.DOWNLOAD);
  }

  @Override
  public int mostRequests() {
    return 40;
  }

  @Override
  public ChainBuilder steps(Visitor visitor) {
    MediaDigests digests = new MediaDigests(visitor.feeders().media());
    return exec(session -> choose(session, visitor, digests))
        .exec(visitor.begins(Writes.MEDIA))
        .exec(MediaFiles.start())
        .exec(
            repeat("#{parts}", "part")
                .on(
                    exec(session -> session.set("partNumber", session.getInt("part") + 1))
                        .exec(MediaFiles.part(session -> part(session, visitor)))))
        .exec(MediaFiles.finish())
        .exec(visitor.wasTold(Writes.MEDIA, "mediaId"))
        .exec(visitor.thinks())
        .exec(MemoryDraft.of(visitor), visitor.begins(Writes.MEMORY))
        .exec(Memories.write(MemoryDraft::jsonWithMedia))
        .exec(visitor.wasTold(Writes.MEMORY, "memoryId"))
        .exec(Memories.readOwn())
        .exec(visitor.thinks())
        .exec(MediaFiles.preview())
        .exec(MediaFiles.download());
  }

  private static Session choose(Session session, Visitor visitor, MediaDigests digests) {
    MediaRow media = visitor.feeders().media().at(Visitor.arrival(session));
    return session.setAll(
        Map.of(
            "fileName", media.fileName(),
            "contentType", media.contentType(),
            "bytes", media.bytes(),
            "sha256", digests.of(Visitor.arrival(session))));
  }

  private static byte[] part(Session session, Visitor visitor) {
    MediaRow media = visitor.feeders().media().at(Visitor.arrival(session));
    return media.content().part(session.getInt("partNumber"), session.getInt("partSize"));
  }
}
