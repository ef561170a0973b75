package org.chartwright.aws.operations;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.chartwright.aws.wire.AwsFault;
import org.chartwright.objects.ObjectUri;
import org.chartwright.scribing.ObjectRef;

/** Reads the addresses of objects in requests, those at our own endpoint included, and says what is wrong with one. */
final class ObjectAddress {

    private final Place place;

    ObjectAddress(Place place) {
        this.place = place;
    }

    ObjectRef parse(String address) {
        URI ours = place.objects().get();
        String host = ours.getHost().toLowerCase(Locale.ROOT);
        String authority = ours.getPort() < 0 ? host : host + ":" + ours.getPort();
        ObjectUri found = ObjectUri.parse(address, Set.of(authority)).orElseThrow(ObjectAddress::pointsNowhere);
        if (found.key().endsWith("/")) {
            throw pointsNowhere();
        }
        if (found.region() != null && !found.region().equals(place.region())) {
            throw AwsFault.badRequest("The specified S3 bucket isn't in the same region. Make sure the bucket is in the "
                    + place.region() + " region and try your request again.");
        }
        return new ObjectRef(address, found.bucket(), found.key());
    }

    static AwsFault pointsNowhere() {
        return AwsFault.badRequest("The URI that you provided doesn't point to an S3 object. Make sure that the object"
                + " exists and try your request again.");
    }

    static AwsFault unreadable() {
        return AwsFault.badRequest("The S3 URI that you provided can't be accessed. Make sure that you have read"
                + " permission and try your request again.");
    }
}
