package org.banshi.app.face;

import java.util.Optional;
import org.banshi.app.outbound.Outbound;

/** Finds the face service: the one that is configured; else a demo has its stand-in. */
public final class FaceServices {

    private FaceServices() {}

    /** Empty where faces are not compared. */
    public static Optional<FaceService> of(FaceSettings settings, Outbound outbound, boolean demo) {
        if (settings.address() != null) {
            return Optional.of(new HttpFaceService(settings, settings.address(), outbound));
        }
        return demo ? Optional.of(new StandInFace()) : Optional.empty();
    }
}
