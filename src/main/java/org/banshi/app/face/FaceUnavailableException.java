package org.banshi.app.face;

/** A face service cannot be asked, or answers nothing that holds. Nothing was proven. */
public final class FaceUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FaceUnavailableException(String why) {
        super(why);
    }

    public FaceUnavailableException(String why, Throwable cause) {
        super(why, cause);
    }
}
